/** What is wrong with values handed in, beginning with the path of the first bad one: `current.17: is text, not a number`. */
export class DriftInputError extends Error {}
