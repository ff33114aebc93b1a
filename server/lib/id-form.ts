/** Whether a text has the form of an id that the database makes (`uuidv7()`), as it writes them. */
export const isUuid = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)

/** The id of a company, which is its segment of every path: what newCompanyId gives, or a seed's shorter one. */
export const COMPANY_ID = /^[0-9a-z]{6,16}$/
export const isCompanyId = (text: string): boolean => COMPANY_ID.test(text)
