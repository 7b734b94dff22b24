/** The process cannot start as things are; the message tells the operator what and what to do about it. */
export class StartError extends Error {
  override readonly name: string = "StartError";
}
