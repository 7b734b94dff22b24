/** Deep enough for any design a person can follow; a cycle of agents ends here. */
export const deepestCall = 5;
