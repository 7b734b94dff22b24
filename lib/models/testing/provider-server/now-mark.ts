/** Stands in a token for the moment it is sent, in ms since the epoch: clients measure how late it reaches them. */
export const nowMark = "§now§";
