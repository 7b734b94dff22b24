import { own } from "@/workflows/graph/record";
import { failureName } from "../failure";
import { expressionFunctions } from "../functions";
import { isReservedName } from "../roots";
import { typeWord } from "../types/value-type";
import type { Completion, CompletionScope, Completions } from "./completion";
import { functionOptions, methodOptions } from "./function-options";
import { type Place, placeIn } from "./place";

/** What can be written at the caret of an expression, whole or unfinished; undefined where there is nothing. */
export function completeExpression(
  text: string,
  caret: number,
  scope: CompletionScope,
): Completions | undefined {
  const place = placeIn(text, caret, scope.shapes);
  if (!place) return undefined;
  const options = matching(place.receiver ? members(place) : values(place, scope), place.typed);
  return options.length > 0 ? { from: place.from, to: place.to, options } : undefined;
}

function members({ receiver }: Place): Completion[] {
  if (!receiver) return [];
  const fields = receiver.kind === "object" ? Object.entries(receiver.fields) : [];
  const named = fields.filter(([name]) => /^[\p{L}_][\p{L}\p{N}_]*$/u.test(name));
  return [
    ...named.map(
      ([name, type]): Completion => ({ label: name, kind: "field", insert: name, detail: typeWord(type) }),
    ),
    ...methodOptions(expressionFunctions, receiver),
  ];
}

function values({ variables }: Place, scope: CompletionScope): Completion[] {
  const given = Object.entries(variables).map(
    ([name, type]): Completion => ({
      label: name,
      kind: "variable",
      insert: name,
      detail: typeWord(type),
      info: "One item of the list",
    }),
  );
  const channels = channelOptions(scope);
  return [
    ...given,
    ...channels.filter(({ empty }) => !empty),
    ...functionOptions(expressionFunctions),
    ...channels.filter(({ empty }) => empty),
  ];
}

function channelOptions({ channels, failure, shapes, names }: CompletionScope): Completion[] {
  const word = (name: string) => typeWord(own(shapes, name) ?? { kind: "any" });
  const usable = channels.filter(({ name }) => !isReservedName(name));
  const options = usable.map(
    ({ name, writers, hasDefault, filled }): Completion => ({
      label: name,
      kind: "channel",
      insert: name,
      detail: word(name),
      info: filled ? sourceOf(writers, hasDefault) : "No node before this one writes it",
      ...(filled ? {} : { empty: true }),
    }),
  );
  const failed = failure && !channels.some(({ name }) => name === failureName);
  return [
    ...options,
    ...(failed
      ? [
          {
            label: failureName,
            kind: "channel",
            insert: failureName,
            detail: "object",
            info: "Why the last node failed",
          } as const,
        ]
      : []),
    ...names.map(
      (name): Completion =>
        name === "secrets"
          ? {
              label: name,
              kind: "secret",
              insert: `${name}.`,
              detail: "text",
              info: "The workspace's secrets",
            }
          : {
              label: name,
              kind: "variable",
              insert: name,
              detail: word(name),
              info: "Of each entry of the list",
            },
    ),
  ];
}

const mostWriters = 3;

function sourceOf(writers: readonly string[], hasDefault: boolean): string {
  const shown = writers.slice(0, mostWriters).join(", ");
  const more = writers.length > mostWriters ? ` and ${writers.length - mostWriters} more` : "";
  if (writers.length > 0) return `Written by ${shown}${more}`;
  return hasDefault ? "Has a default" : "Begins empty";
}

/** Options that begin with what was typed, then those that hold its letters in order. */
function matching(options: readonly Completion[], typed: string): Completion[] {
  if (typed === "") return [...options];
  const wanted = typed.toLowerCase();
  const begins = options.filter(({ label }) => label.toLowerCase().startsWith(wanted));
  const holds = options.filter(
    (option) =>
      !begins.includes(option) && typed.length > 1 && holdsInOrder(option.label.toLowerCase(), wanted),
  );
  return [...begins, ...holds];
}

function holdsInOrder(label: string, letters: string): boolean {
  let at = -1;
  for (const letter of letters) {
    at = label.indexOf(letter, at + 1);
    if (at < 0) return false;
  }
  return true;
}
