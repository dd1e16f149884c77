/** Words met around phone numbers in lead files. Every entry is compared as `wordsOf` leaves it. */

/** Letters (with their vowel signs) of a text, lower-case, as words: "Mob. No.:" → ["mob", "no"]. Nukta is dropped: फ़ोन = फोन. */
export function wordsOf(text: string): string[] {
  const letters = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\u093C\u09BC\u0A3C'’]/g, '');
  return letters
    .replace(/[^\p{L}\p{M}]+/gu, ' ')
    .trim()
    .split(' ')
    .filter((word) => word !== '');
}

function wordSet(...lists: readonly string[]): ReadonlySet<string> {
  return new Set(lists.flatMap((list) => list.split(',').map((phrase) => wordsOf(phrase).join(' '))));
}

/** What people write where there is no number ("n/a" reads as "n a", "N.A." too, "NA" as "na"). */
export const PLACEHOLDERS = wordSet(
  'na, n a, nil, none, null, nul, undefined, nan, unknown, unavailable, missing, blank, empty, tbd, tba, tbc, pending, nothing, x, xx, xxx',
  'not available, not applicable, not provided, not given, not known, not found, not there, not mentioned, not updated, not shared',
  'not entered, not disclosed, not mapped, not set, not specified, to be provided, to be updated, dont know, no data, no value',
  'no, no no, no number, no phone, no mobile, no contact, no phone number, no mobile number, no contact number, no entry',
  'number not available, phone not available, mobile not available, not avail, notavailable, notprovided, notapplicable, nodata',
  'नहीं, नही, नहीं है, उपलब्ध नहीं, उपलब्ध नहीं है, लागू नहीं, कोई नहीं, शून्य, अज्ञात, पता नहीं, नाही, माहीत नाही, उपलब्ध नाही',
  'இல்லை, లేదు, ಇಲ್ಲ, ഇല്ല, নেই, নাই, નથી, ਨਹੀਂ, ନାହିଁ, نہیں',
);

/** What an aggregator writes instead of a number that it keeps back. */
export const WITHHELD = wordSet(
  'masked, hidden, redacted, withheld, private, protected, confidential, restricted, number hidden, locked',
);

/** Words that may stand before a number without changing it. Any other word ("Order 9876543210") does. */
export const LABELS = wordSet(
  'mob, mobs, mobile, mobiles, mobil, mbl, mo, m, ph, phn, phone, phones, p, telephone, telefon, telephon, tel, telno, t, cell, cellular',
  'cellphone, cellno, c, contact, contacts, con, cont, call, caller, callto, sms, text, dial, no, nos, num, number, numbers, nbr',
  'mobno, mobileno, mobilenumber, phno, phoneno, phonenumber, contactno, contactnumber, whatsappno, whatsappnumber, phonenum',
  'whatsapp, whats app, whatsap, whats, app, watsapp, wa, w, wapp, wp, me, viber, signal, telegram, https, http, www, api, com, send',
  'primary, main, registered, regd, reg, alternate, alt, alternative, secondary, second, first, other, emergency, personal, office, off',
  'home, res, residence, work, business, direct, self, own, my, new, old, current, customer, client, lead, student, candidate, owner',
  'handphone, hp, msisdn, india, ind, indian, is, o, r, h',
  'मो, मोब, मोबा, मोबाइल, मोबाईल, फोन, फोन नं, दूरभाष, दूरध्वनी, भ्रमणध्वनी, संपर्क, सम्पर्क, नंबर, नम्बर, नं, क्रमांक, व्हाट्सएप, व्हाट्सऐप, व्हाट्सअप, वाट्सएप, टेलीफोन, सेल, कॉल',
  'মোবাইল, ফোন, নম্বর, নং, যোগাযোগ, મોબાઇલ, મોબાઈલ, મો, ફોન, નંબર, નં, સંપર્ક, ਮੋਬਾਈਲ, ਮੋਬਾਇਲ, ਫੋਨ, ਨੰਬਰ, ਸੰਪਰਕ, ମୋବାଇଲ, ଫୋନ, ନମ୍ବର',
  'மொபைல், கைபேசி, அலைபேசி, தொலைபேசி, போன், எண், தொடர்பு, మొబైల్, ఫోన్, నంబర్, నెంబర్, సంప్రదించండి, ಮೊಬೈಲ್, ಫೋನ್, ಸಂಖ್ಯೆ, ದೂರವಾಣಿ, ನಂಬರ್',
  'മൊബൈൽ, ഫോൺ, നമ്പർ, ബന്ധപ്പെടുക, موبائل, فون, نمبر, رابطہ',
);

/** Words that make a figure something else than a phone, before or behind it. */
export const NOT_A_PHONE = wordSet(
  'rs, inr, usd, eur, re, rupee, rupees, rupaye, only, lakh, lakhs, lac, crore, crores, cr, paise, dollar, dollars, km, kg, sqft',
  'रु, रुपये, रुपए, रूपये, लाख, करोड़, मात्र',
);

/** Words between two numbers that say "there are two". */
export const CONJUNCTIONS = wordSet(
  'or, and, n, also, aur, ya, और, या, एवं, तथा, व, किंवा, आणि, অথবা, এবং, અથવા, અને, అలాగే, లేదా, மற்றும், அல்லது, ಮತ್ತು, ಅಥವಾ',
);
