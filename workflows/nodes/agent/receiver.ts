/** Somebody who can take over, and the tool by which the model hands over to them. */
export type Receiver = {
  /** The port that leads to them. */
  port: string;
  label: string;
  purpose: string;
  tool: string;
};
