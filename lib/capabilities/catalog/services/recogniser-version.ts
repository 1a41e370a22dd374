/**
 * The number of the rules in `domain/`. Raise it with every change that may give a column another class: what was judged by an older number is
 * judged again, and what would flip waits for a person instead of changing by itself.
 */
export const recogniserVersion = 2
