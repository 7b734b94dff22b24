/** Tells the window that began a sign-in how it ended in the other one. */
export const signedInChannel = "signalbox.tool-sign-in";
