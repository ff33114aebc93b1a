'use client'

import { usePathname } from 'next/navigation'
import { createContext, type ReactNode, use, useEffect, useState } from 'react'

type Place = { path: string; name: string }
const PlaceContext = createContext<{ place: Place | null; setPlace: (place: Place) => void } | null>(null)

/** Lets a page tell the bar above it what it is about. */
export function PlaceProvider({ children }: { children: ReactNode }) {
  const [place, setPlace] = useState<Place | null>(null)
  return <PlaceContext value={{ place, setPlace }}>{children}</PlaceContext>
}

/** The name of what this page is about, once the page has told it. */
export function usePlaceName(): string | null {
  const path = usePathname()
  const place = use(PlaceContext)?.place
  return place?.path === path ? place.name : null
}

/** Put into a page about one thing: its name then stands in the breadcrumbs. */
export function PlaceName({ name }: { name: string }) {
  const path = usePathname()
  const setPlace = use(PlaceContext)?.setPlace
  useEffect(() => setPlace?.({ path, name }), [setPlace, path, name])
  return null
}
