import { NextResponse } from 'next/server'

/** Matches no page; without this file Next would take the console's. */
export const proxy = () => NextResponse.next()

export const config = { matcher: '/nowhere' }
