/**
 * What a column of an import file can stand for, in the order in which screens show it. `required`: no customer without it.
 * `names`: the headings people write, in English and French; case, accents, spaces and punctuation do not matter.
 * The words that screens show are messages (imports.field.<key>).
 */
export const IMPORT_FIELDS = {
  name: {
    required: true,
    names:
      'company name, company, name of company, customer, customer name, organisation, organization, organisation name, business name, ' +
      'account company, entreprise, nom de l’entreprise, nom entreprise, société, nom de la société, raison sociale, client, ' +
      'nom du client, organisme, nom de l’organisation',
  },
  address: {
    required: false,
    names: 'address, street, street address, address line 1, address 1, adresse, rue, adresse postale, adresse ligne 1',
  },
  city: { required: true, names: 'city, town, locality, ville, localité, commune' },
  state: {
    required: true,
    names:
      'state/province, state, province, region, county, state or province, état, état/province, état ou province, région, département, canton, ' +
      'région/province, province/état',
  },
  postalCode: {
    required: false,
    names: 'postal code, postcode, post code, zip, zip code, postal/zip code, code postal, cp, npa',
  },
  country: { required: true, names: 'country, country code, country/region, pays, code pays, pays/région' },
  industry: {
    required: false,
    names: 'industry, sector, business sector, industrie, secteur, secteur d’activité, branche',
  },
  note: {
    required: false,
    names: 'note, notes, remark, remarks, comment, comments, remarque, remarques, commentaire, commentaires',
  },
  tags: { required: false, names: 'tags, tag, labels, label, étiquettes, étiquette, libellés, mots-clés' },
  emergencyEmails: {
    required: false,
    names:
      'emergency e-mails, emergency email, emergency e-mail address, emergency contact e-mail, e-mails d’urgence, e-mail d’urgence, ' +
      'courriel d’urgence, courriels d’urgence, adresse d’urgence',
  },
  loginName: {
    required: true,
    names:
      'account name, account, login, login name, user name, username, user id, sign-in name, compte, nom du compte, nom de compte, ' +
      'identifiant, nom d’utilisateur, nom de connexion, utilisateur',
  },
  firstName: {
    required: true,
    names: 'first name, given name, forename, contact first name, prénom, prénom du contact',
  },
  lastName: {
    required: true,
    names: 'last name, surname, family name, contact last name, nom, nom de famille, nom du contact',
  },
  email: {
    required: true,
    names:
      'email, e-mail, email address, e-mail address, mail, contact email, courriel, adresse e-mail, adresse électronique, ' +
      'adresse courriel, courrier électronique, mél',
  },
  phone: {
    required: false,
    names:
      'phone, telephone, phone number, telephone number, phone no, tel, contact phone, téléphone, tél, numéro de téléphone',
  },
  phoneCountry: {
    required: false,
    names:
      'phone country code, country calling code, phone (country), telephone country code, indicatif, indicatif pays, indicatif du pays',
  },
  phoneArea: {
    required: false,
    names: 'phone area code, area code, phone (area), indicatif régional, indicatif de zone, téléphone (zone)',
  },
  phoneNumber: { required: false, names: 'local phone number, numéro local, téléphone (numéro)' },
  phoneExtension: {
    required: false,
    names: 'phone extension, extension, ext, phone (extension), poste, numéro de poste, téléphone (poste)',
  },
  timeZone: { required: false, names: 'time zone, timezone, tz, fuseau horaire, fuseau' },
  locale: { required: false, names: 'language, preferred language, locale, langue, langue préférée' },
} as const satisfies Record<string, { required: boolean; names: string }>

export type ImportField = keyof typeof IMPORT_FIELDS

export const IMPORT_FIELD_KEYS = Object.keys(IMPORT_FIELDS) as ImportField[]

export const REQUIRED_FIELDS: readonly ImportField[] = IMPORT_FIELD_KEYS.filter((key) => IMPORT_FIELDS[key].required)

export const isImportField = (key: string): key is ImportField => key in IMPORT_FIELDS
