/** Invented people and places. Mail domains are reserved for documentation, phone numbers for fiction. */
export const FIRST_NAMES =
  'Ada,Amara,Benjamin,Bianca,Carlos,Chloe,Daniel,Dilara,Elena,Emeka,Fatima,Felix,Grace,Gustavo,Hana,Henrik,Ines,Ivan,Jade,Jonas,Keiko,Kwame,Laura,Liam,Mariana,Mateo,Nadia,Noah,Olivia,Omar,Priya,Quentin,Rosa,Ravi,Sofia,Stefan,Tara,Tomas,Uma,Viktor,Wanda,Xavier,Yara,Zoe'.split(
    ',',
  )
export const LAST_NAMES =
  'Abbott,Adeyemi,Bauer,Bennett,Castillo,Chen,Dahl,Dubois,Eriksen,Esposito,Fischer,Fraser,Garcia,Greene,Haddad,Hoffmann,Ibrahim,Ivanova,Jensen,Johnson,Kim,Kowalski,Larsen,Lopez,Martin,Moreau,Nakamura,Novak,Okafor,Olsen,Patel,Petrov,Quinn,Reyes,Rossi,Santos,Schmidt,Tanaka,Torres,Usman,Vargas,Weber,Xu,Yilmaz,Zhang'.split(
    ',',
  )
export const COMPANY_STEMS =
  'Alder,Basalt,Brightwater,Cobalt,Copperline,Dovetail,Eastgate,Fernwood,Granite,Harborview,Ironbridge,Juniper,Kestrel,Lakeshore,Meridian,Northstar,Oakfield,Pinecrest,Quarry,Redwood,Silverton,Tidewater,Umber,Vantage,Westbrook,Yarrow'.split(
    ',',
  )
export const COMPANY_KINDS =
  'Foods,Logistics,Instruments,Textiles,Software,Health,Energy,Robotics,Outfitters,Supply'.split(',')
export const PLACES: readonly (readonly [string, string, string])[] = [
  ['Austin', 'Texas', 'US'],
  ['Seattle', 'Washington', 'US'],
  ['Denver', 'Colorado', 'US'],
  ['Boston', 'Massachusetts', 'US'],
  ['Toronto', 'Ontario', 'CA'],
  ['Berlin', 'Berlin', 'DE'],
  ['Lyon', 'Auvergne-Rhone-Alpes', 'FR'],
  ['Madrid', 'Madrid', 'ES'],
  ['Dublin', 'Leinster', 'IE'],
  ['Oslo', 'Oslo', 'NO'],
  ['Osaka', 'Osaka', 'JP'],
  ['Pune', 'Maharashtra', 'IN'],
  ['Recife', 'Pernambuco', 'BR'],
  ['Perth', 'Western Australia', 'AU'],
]
export const STREETS =
  'Mill Road,Harbor Street,Station Avenue,Orchard Lane,Market Square,Cedar Way,Canal Street,Hill Terrace'.split(',')
export const PRODUCTS =
  'Trail Jacket,Field Lamp,Steel Bottle,Canvas Pack,Wool Blanket,Folding Stool,Camp Stove,Rope Kit,Dry Bag,Compass,Rain Shell,Merino Socks'.split(
    ',',
  )
export const TEXT_WORDS =
  'order,arrived,late,please,confirm,delivery,address,invoice,refund,customer,asked,about,warranty,replacement,package,damaged,billing,question,account,access,renewal,quote,shipping,delay,thanks,resolved,waiting,reply,size,color'.split(
    ',',
  )
