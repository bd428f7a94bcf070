/** Letters of Vietnamese and of the country's other languages in Latin script as they stand on cards (NFC), for a class in a pattern. */
const LETTERS = 'A-Za-zÀ-ÃÈ-ÊÌÍÒ-ÕÙÚÝà-ãè-êìíò-õùúýĂăĐđĨĩŨũƠơƯưẠ-ỹŎŏŬŭČčĔĕĬĭÑñɃƀ\\u0306'

const NAME = new RegExp(`^[${LETTERS} '’ʼ\`´.,-]+$`)
/** A question mark is what is left of a letter; the other signs do stand in addresses. */
const ADDRESS = new RegExp(`^[${LETTERS}0-9 ,.;:/()'"’‘“”´\`&+#°º²³–—_*@=-]+$`)

/** `TrâÌn`: a capital behind a small letter is half a letter of another code page. `K'Brếu` has a sign between. */
const CASE_BREAK = /\p{Ll}\p{Lu}/u

/** Whether letters of a name were lost or spoilt on the way. `K'Brếu` and `Y` are whole. */
export const isNameSpoilt = (name: string): boolean => !NAME.test(name) || isNameThinned(name)

/** Whether letters seem to be gone from between the others: `Nguyn Th Hng`. */
export const isNameThinned = (name: string): boolean => CASE_BREAK.test(name) || hasNoVowel(name)

const hasNoVowel = (name: string): boolean =>
  name
    .normalize('NFD')
    .split(/[ .,'’ʼ`´-]+/)
    .some(word => /^\p{L}{2,}$/u.test(word.replace(/\p{M}/gu, '')) && !/[aeiouy]/i.test(word))

/** The same for an address. `Ph432417ng`: numbers of letters in place of letters. */
export const isAddressSpoilt = (address: string): boolean => !ADDRESS.test(address) || /\p{Ll}\d{3,}\p{Ll}/u.test(address)

/** So long a Vietnamese text carries a mark somewhere: without one, the scanner dropped them all. */
export const areMarksGone = (text: string): boolean => /^[ -~]*$/.test(text) && text.replace(/[^A-Za-z]/g, '').length >= 20
