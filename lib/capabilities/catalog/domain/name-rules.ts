import type { DataClass } from './data-class'

/**
 * What the last words of a column's name say. A phrase must end the name: `email_template` ends in a template, not in an e-mail.
 * Words are those of `tokeniseName` (short forms expanded, singular). Longer phrases are tried first.
 */
export interface NameRule {
  phrase: string
  dataClass: DataClass
  confidence: number
  /** Only where the table is about people, or says nothing of whom it is about. */
  context?: 'people' | 'people-or-unknown'
}

const rule = (dataClass: DataClass, confidence: number, phrases: string, context?: NameRule['context']): NameRule[] =>
  phrases.split(',').map((phrase) => ({
    phrase: phrase.trim(),
    dataClass,
    confidence,
    ...(context === undefined ? {} : { context }),
  }))

export const nameRules: readonly NameRule[] = [
  ...rule('email', 0.95, 'email, e mail, email address, mail address, electronic mail address, emailaddress'),
  ...rule(
    'phone',
    0.95,
    'phone, phone number, mobile, mobile number, mobile phone, cell, cell phone, cellphone, mobilephone, homephone, workphone, fax, fax number, phonenumber',
  ),
  ...rule(
    'phone',
    0.85,
    'caller number, caller id, from number, to number, calling number, called number, recipient number, sender number',
  ),
  ...rule('phone', 0.9, 'whatsapp, whatsapp number, sms number, contact number, msisdn'),
  ...rule(
    'person-name',
    0.95,
    'first name, last name, middle name, given name, family name, maiden name, surname, sur name',
  ),
  ...rule(
    'person-name',
    0.95,
    'firstname, lastname, middlename, fullname, givenname, familyname, middle initial, forename, cardholder name',
  ),
  ...rule('person-name', 0.9, 'full name, nick name, nickname', 'people-or-unknown'),
  // Whoever a parcel or a bill goes to.
  ...rule(
    'person-name',
    0.8,
    'shipping name, billing name, shipping address name, billing address name, billing detail name, delivery name',
  ),
  ...rule('person-name', 0.8, 'display name, preferred name, legal name, real name', 'people'),
  ...rule('person-name', 0.85, 'name', 'people'),
  ...rule('username', 0.9, 'username, user name, screen name, screenname, login name'),
  ...rule('username', 0.8, 'login, handle, user handle, nickname', 'people'),
  ...rule(
    'address',
    0.9,
    'street address, street, address line, mailing address, home address, billing address, shipping address, postal address, streetaddress',
  ),
  ...rule(
    'address',
    0.85,
    'address, full address, house number, apartment, street name, street number',
    'people-or-unknown',
  ),
  ...rule('address', 0.8, 'city, postcode, post code, postcode code, town, suburb, postalcode', 'people-or-unknown'),
  ...rule(
    'date-of-birth',
    0.95,
    'birthdate, birth date, date of birth, birthday, birth day, dateofbirth, birth, birth year, year of birth, born on, born at',
  ),
  ...rule(
    'government-id',
    0.95,
    'ssn, social security number, social security, passport number, passport, national id, national id number, national insurance number',
  ),
  ...rule(
    'government-id',
    0.95,
    'driver license number, driver license, driving license number, driving licence number, license plate, nino, cpf, curp, pesel, aadhaar, aadhaar number, nric, itin',
  ),
  ...rule(
    'government-id',
    0.85,
    'tax id, tax number, tax identification number, tin, personal id, personal number, identity number, government id',
    'people',
  ),
  ...rule(
    'payment-card',
    0.95,
    'card number, credit card number, credit card, cc number, cvv, cvc, cvv 2, card verification value, cardnumber, creditcard',
  ),
  ...rule(
    'bank-account',
    0.95,
    'iban, bank account number, bank account, routing number, sort code, account iban, bankaccount',
  ),
  ...rule('crypto-wallet', 0.9, 'wallet address, bitcoin address, ethereum address'),
  ...rule(
    'ip-address',
    0.95,
    'ip, ip address, ipaddress, ip opt, ip signup, ip optin, client ip, ip v 4, ip v 6, remote address, remote ip',
  ),
  ...rule('device-id', 0.9, 'mac address, imei, imsi, idfa, gaid, advertising id, device serial number, mac'),
  ...rule(
    'geo-location',
    0.85,
    'latitude, longitude, geolocation, geo point, geopoint, coordinate, geo coordinate',
    'people-or-unknown',
  ),
  ...rule(
    'credential',
    0.95,
    'password, password hash, hashed password, encrypted password, passwd, password digest, password salt, passphrase, secret, client secret, secret key',
  ),
  ...rule(
    'credential',
    0.95,
    'api key, apikey, api token, signing secret, webhook secret, access token, refresh token, auth token, authorization token, bearer token, private key, access key, session token, otp secret, security answer',
  ),
  ...rule(
    'health',
    0.9,
    'diagnosis, medical record number, medical history, medical condition, blood type, blood group, allergy, medication, health insurance number, health card number, nhs number, mrn, disability, health status',
  ),
  ...rule(
    'special-category',
    0.9,
    'gender, sex, ethnicity, ethnic group, religion, sexual orientation, marital status, nationality, political affiliation, political party, union membership, citizenship',
  ),
  ...rule('special-category', 0.85, 'race', 'people'),
  ...rule(
    'social-profile',
    0.85,
    'linkedin, linkedin url, linkedin profile, linkedin profile url, twitter, twitter handle, twitter username, twitter url, facebook url, facebook profile, instagram, instagram handle, instagram url, instagram username, skype, skype id, github username, github url',
  ),
  ...rule(
    'free-text',
    0.6,
    'comment, note, message, message body, body, feedback, remark, free text, review text, transcript, biography, bio, memo',
  ),
]

/** A name that starts so is a yes or no about the thing, never the thing. */
export const flagStarts = new Set([
  'is',
  'has',
  'can',
  'should',
  'was',
  'accept',
  'accepts',
  'allow',
  'allows',
  'enable',
  'require',
  'requires',
  'use',
  'uses',
  'needs',
])

/** Words that only place or number a value; taken off the end before the phrases are tried. */
export const trailingModifiers = new Set([
  'raw',
  'plain',
  'primary',
  'secondary',
  'current',
  'value',
  'text',
  'string',
  'c',
  'original',
  'normalized',
  'encrypted',
  'hash',
  'hashed',
])

/** A role before `name` makes it a person's name whatever the table. */
export const personRoles = new Set([
  'customer',
  'contact',
  'person',
  'people',
  'user',
  'employee',
  'recipient',
  'sender',
  'author',
  'owner',
  'manager',
  'patient',
  'student',
  'teacher',
  'guardian',
  'parent',
  'child',
  'spouse',
  'applicant',
  'candidate',
  'member',
  'subscriber',
  'giver',
  'referrer',
  'buyer',
  'seller',
  'guest',
  'driver',
  'doctor',
  'physician',
  'nurse',
  'lead',
  'assignee',
  'reviewer',
  'interviewer',
  'creator',
  'attendee',
  'passenger',
  'holder',
  'signer',
  'beneficiary',
  'client',
  'agent',
  'staff',
  'worker',
  'volunteer',
  'donor',
  'traveler',
  'tenant',
  'requester',
  'submitter',
  'approver',
  'contributor',
])
