import { isReservedName } from "@/workflows/expressions/roots";
import type { Rule } from "./subject";

/** A channel called like a word of the expression language can be written to but never read. */
export const channelNames: Rule = ({ document }) =>
  Object.keys(document.channels)
    .filter(isReservedName)
    .sort()
    .map((channel) => ({
      code: "expression_invalid",
      severity: "warning",
      path: { channel },
      message: `“${channel}” is a word of the expression language, so expressions cannot read the channel. Give it another name.`,
    }));
