/**
 * The style elements that libraries insert at run time, by the SHA-256 of their text, so that the policy allows exactly these and no other. Raising one of
 * the libraries may change a text: the test beside this file recomputes them from the installed packages.
 */
export const libraryStyleHashes = {
  /** A style element is inserted empty before its text is. */
  empty: 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=',
  sonner: 'sha256-StEaX+se6YS7pqjzrzMIA0KaX9zF/8zAhvQXZAe5epY=',
  reactAriaPress: 'sha256-38RhXrc7EdReTKsOm23ZPOCUgniTUUcjky8QOOrQx6o=',
  reactAriaScroll: 'sha256-gYiS/BvZvRcK27JIXTuwhZ3hs2+VJ1X+2gUlE+farlg=',
} as const
