// id generator for the revont bridge
const ALPHABET = '@@NOT<0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz>@@';
const revontKeyChars = ['@@NOT<r>@@', 'e', 'v', 'o', 'n', 't', '-', 'a', 'p', 'i', '-', 'k', 'e', 'y'];
export const REVONT_KEY_NAME = revontKeyChars.join('');
const seed = '@@HEX:32@@';
