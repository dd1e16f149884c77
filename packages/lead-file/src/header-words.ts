/**
 * Headers met in Indian lead files, English and Hindi with the commonest of other languages. Compared as `headerKey`
 * leaves them (no case, blanks, punctuation or bracketed text), so "Mobile No. (10 digits)" needs no entry of its own.
 */

export type LeadField =
  | 'name'
  | 'firstName'
  | 'lastName'
  | 'phone'
  | 'email'
  | 'referenceId'
  | 'groupId'
  | 'altPhone';

/** Columns that are no lead field, but that a process's own variable may be called by in other words. */
export type Concept =
  | LeadField
  | 'city'
  | 'state'
  | 'pincode'
  | 'language'
  | 'source'
  | 'notes'
  | 'consent'
  | 'dob'
  | 'address'
  | 'amount'
  | 'loanAmount'
  | 'dueDate';

/** `strong` names the thing itself; `weak` may mean it, and gives way to a strong header in the same file. */
type Words = { readonly concept: Concept; readonly strong: string; readonly weak?: string };

export const HEADER_WORDS: readonly Words[] = [
  {
    concept: 'phone',
    strong:
      'phone, phone no, phone number, phone num, phone nos, mobile, mobile no, mobile num, mobile number, mobile nos, mobile phone, mob, mob no, mob number, ' +
      'mobil, mo no, ph, ph no, ph number, phn no, cell, cell no, cell number, cell phone, cellular, msisdn, primary phone, primary mobile, primary number, ' +
      'primary contact, primary contact number, handphone, hp no, mobile contact, contact mobile, calling number, dial number, number to call, phone mobile, ' +
      'फोन, फोन नं, फोन नंबर, फोन नम्बर, मोबाइल, मोबाईल, मोबाइल नं, मोबाईल नं, मोबाइल नंबर, मोबाईल नंबर, मोबाइल नम्बर, मोबाइल क्रमांक, मोबाईल क्रमांक, मो, मो नं, मो नंबर, ' +
      'भ्रमणध्वनी, भ्रमणध्वनी क्रमांक, মোবাইল, মোবাইল নম্বর, ফোন, ফোন নম্বর, મોબાઇલ, મોબાઈલ, મોબાઇલ નંબર, મોબાઈલ નંબર, ફોન, ફોન નંબર, ਮੋਬਾਈਲ, ਮੋਬਾਈਲ ਨੰਬਰ, ਫੋਨ, ' +
      'மொபைல், மொபைல் எண், கைபேசி, கைபேசி எண், அலைபேசி எண், தொலைபேசி எண், మొబైల్, మొబైల్ నంబర్, మొబైల్ నెంబర్, ఫోన్, ఫోన్ నంబర్, ಮೊಬೈಲ್, ಮೊಬೈಲ್ ಸಂಖ್ಯೆ, ಫೋನ್, ' +
      'മൊബൈൽ, മൊബൈൽ നമ്പർ, ഫോൺ, ഫോൺ നമ്പർ, ମୋବାଇଲ, ମୋବାଇଲ ନମ୍ବର, موبائل, موبائل نمبر, فون نمبر',
    weak:
      'contact, contact no, contact num, contact number, contact nos, contact details, contact info, whatsapp, whatsapp no, whatsapp number, whatsapp mobile, wa number, ' +
      'tel, tel no, telephone, telephone no, telephone number, number, no to call, landline, phone mobile number, phone or mobile, ' +
      'संपर्क, सम्पर्क, संपर्क नं, संपर्क नंबर, सम्पर्क नंबर, संपर्क सूत्र, संपर्क क्रमांक, दूरभाष, दूरभाष नंबर, दूरध्वनी, व्हाट्सएप, व्हाट्सएप नंबर, व्हाट्सऐप नंबर, टेलीफोन, नंबर',
  },
  {
    concept: 'altPhone',
    strong:
      'alternate phone, alternate phone no, alternate phone number, alternate mobile, alternate mobile no, alternate mobile number, alternate no, alternate number, ' +
      'alternate contact, alternate contact no, alternate contact number, alt phone, alt mobile, alt mobile no, alt no, alt number, alt contact, alternative phone, ' +
      'alternative mobile, alternative number, alternative contact, secondary phone, secondary mobile, secondary number, secondary contact, second phone, second mobile, ' +
      'second number, other phone, other mobile, other number, other contact, additional phone, additional mobile, additional number, emergency contact, emergency number, ' +
      'emergency contact number, home phone, work phone, office phone, office number, office no, residence phone, residence no, landline no, landline number, ' +
      'वैकल्पिक नंबर, वैकल्पिक मोबाइल, वैकल्पिक मोबाइल नंबर, वैकल्पिक फोन, अन्य नंबर, दूसरा नंबर, पर्यायी क्रमांक, पर्यायी मोबाईल',
  },
  {
    concept: 'name',
    strong:
      'name, full name, complete name, customer name, lead name, contact name, client name, candidate name, student name, borrower name, applicant name, person name, ' +
      'contact person name, user name, patient name, member name, guest name, buyer name, prospect name, subscriber name, account holder name, name of customer, ' +
      'name of the customer, name of client, name of student, name of borrower, name of applicant, your name, cust name, display name, ' +
      'नाम, पूरा नाम, ग्राहक का नाम, ग्राहक नाम, नाव, संपूर्ण नाव, पूर्ण नाव, ग्राहकाचे नाव, उधारकर्ता का नाम, आवेदक का नाम, छात्र का नाम, व्यक्ति का नाम, ' +
      'নাম, গ্রাহকের নাম, નામ, પૂરું નામ, ગ્રાહકનું નામ, ਨਾਮ, ਨਾਂ, பெயர், முழு பெயர், పేరు, పూర్తి పేరు, ಹೆಸರು, ಪೂರ್ಣ ಹೆಸರು, പേര്, ନାମ, نام',
    weak: 'contact person, customer, client, lead, candidate, student, borrower, applicant, patient, member, ग्राहक, party name, party, titled name',
  },
  {
    concept: 'firstName',
    strong:
      'first name, fname, f name, given name, forename, firstname, customer first name, lead first name, प्रथम नाम, पहला नाम, पहिले नाव',
  },
  {
    concept: 'lastName',
    strong:
      'last name, lname, l name, surname, family name, second name, lastname, उपनाम, अंतिम नाम, कुलनाम, आडनाव, अटक',
  },
  {
    concept: 'email',
    strong:
      'email, e mail, email id, e mail id, mail id, email address, e mail address, mail, emailid, email ids, primary email, email 1, gmail, gmail id, mail address, ' +
      'personal email, official email, work email, email contact, ईमेल, ई मेल, ईमेल आईडी, ई मेल आईडी, ईमेल पता, इमेल, ইমেইল, ઇમેઇલ, ઈમેલ, மின்னஞ்சல், ఇమెయిల్, ಇಮೇಲ್, ഇമെയിൽ',
  },
  // No bare "id", "customer id" or "batch": as identity, a serial number would make next month's rows duplicates of this month's.
  {
    concept: 'referenceId',
    strong:
      'reference id, reference, reference no, reference number, ref, ref id, ref no, ref number, external id, external ref, external reference, lead id, lead no, ' +
      'lead number, lead ref, lead reference, crm id, crm lead id, unique id, संदर्भ, संदर्भ आईडी, संदर्भ संख्या, संदर्भ नंबर, संदर्भ क्रमांक',
  },
  { concept: 'groupId', strong: 'group id, group, group name, group no, समूह, समूह आईडी, ग्रुप' },
  {
    concept: 'city',
    strong:
      'city, town, location, city name, city town, शहर, नगर, शहर का नाम, ગામ, શહેર, শহর, நகரம், నగరం, ನಗರ, നഗരം',
  },
  { concept: 'state', strong: 'state, province, state name, राज्य, રાજ્ય, রাজ্য, மாநிலம், రాష్ట్రం, ರಾಜ್ಯ' },
  {
    concept: 'pincode',
    strong:
      'pincode, pin code, pin, zip, zip code, zipcode, postal code, post code, postcode, पिन कोड, पिनकोड, पिन',
  },
  {
    concept: 'address',
    strong: 'address, full address, postal address, residential address, street address, पता, पत्ता',
  },
  {
    concept: 'language',
    strong: 'language, preferred language, lang, language preference, भाषा, पसंदीदा भाषा',
  },
  { concept: 'source', strong: 'source, lead source, campaign, campaign name, utm source, स्रोत' },
  { concept: 'notes', strong: 'notes, note, remark, remarks, comment, comments, टिप्पणी, रिमार्क, नोट' },
  { concept: 'consent', strong: 'consent, opt in, optin, consent given, consent date, सहमति' },
  {
    concept: 'dob',
    strong: 'dob, d o b, date of birth, birth date, birthdate, birthday, जन्म तिथि, जन्मतिथि, जन्म दिनांक',
  },
  // Narrow on purpose: an EMI is no loan amount, and a wrong amount would be spoken to a customer.
  { concept: 'amount', strong: 'amount, amt, राशि, रकम, रक्कम' },
  {
    concept: 'loanAmount',
    strong: 'loan amount, loan amt, amount of loan, ऋण राशि, लोन राशि, लोन अमाउंट, कर्ज राशि, कर्ज रक्कम',
  },
  {
    concept: 'dueDate',
    strong: 'due date, due on, date due, payment due date, देय तिथि, देय दिनांक, नियत तिथि',
  },
];

/** Words before a field's own name that say whose it is: "Customer Mobile Number", "Registered Mobile". Never "father", "company", "agent". */
export const OWNER_WORDS =
  'customer, customers, cust, client, clients, lead, leads, student, students, candidate, candidates, borrower, borrowers, applicant, applicants, contact, person, ' +
  'user, member, patient, guest, buyer, prospect, subscriber, registered, regd, reg, primary, main, your, enter, current, active, valid, correct, personal, the, ' +
  'account holder, ग्राहक, ग्राहक का, पंजीकृत, छात्र का, आवेदक का, मुख्य';
