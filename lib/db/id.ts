import { customAlphabet } from "nanoid";

/** Without vowels and look-alikes: no words, easy to read aloud. 22 characters hold about 104 bits. */
const random = customAlphabet("23456789bcdfghjkmnpqrstvwxz", 22);

/** A new primary key, e.g. `run_7k2…`. */
export const newId = (prefix: string): string => `${prefix}_${random()}`;
