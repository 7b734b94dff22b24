/**
 * A condition that always holds, for rows that a statement is given as arrays. A kept plan expects ten of them and may
 * rather read a whole table than look ten rows up; of a range it expects one in two hundred.
 * @param id SQL expression: the id of a row
 */
export const fewRows = (id: string) => `length(${id}) between 1 and 1000`;
