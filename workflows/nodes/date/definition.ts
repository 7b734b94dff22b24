import { z } from "zod";
import { isTimezone } from "@/workflows/tools/current-time/time-in";
import { expressionField, missing, noOutput, outputField, writesTo } from "../data-fields";
import { defineNode } from "../define-node";
import { field } from "../field";
import { configIssue } from "../issues";
import { outPort } from "../ports";
import { expressionReads } from "../reads";
import { dateFace } from "./face";

export const dateUnits = ["seconds", "minutes", "hours", "days", "weeks", "months", "years"] as const;

const during = (...operations: string[]) => ({ field: "operation", in: operations });

export const dateConfig = z.strictObject({
  operation: field(z.enum(["parse", "add", "difference", "format", "parts"]).default("parse"), {
    label: "Do",
    control: "select",
    help: "parse: read a date. add: go forwards or back. difference: count from one date to another. format: write it for people. parts: take it apart.",
  }),
  date: expressionField({
    label: "Date",
    placeholder: "order.createdAt",
    help: "An ISO date or time, or seconds or milliseconds since 1970. Empty: the time when the node runs.",
  }),
  pattern: field(z.string().max(100).default(""), {
    label: "Written as",
    control: "text",
    placeholder: "dd.MM.yyyy HH:mm",
    help: "How the date is written: yyyy year, MM month, dd day, HH hour, mm minute, ss second. Empty: as above.",
    showWhen: during("parse"),
  }),
  amount: expressionField({
    label: "How many",
    expects: "number",
    placeholder: "14",
    help: "Less than 0 goes back.",
    showWhen: during("add"),
  }),
  until: expressionField({
    label: "Until",
    placeholder: "order.dueAt",
    help: "The other date. Empty: the time when the node runs.",
    showWhen: during("difference"),
  }),
  unit: field(z.enum(dateUnits).default("days"), {
    label: "Unit",
    control: "select",
    help: "Days and longer follow the calendar of the time zone.",
    showWhen: during("add", "difference"),
  }),
  format: field(z.string().max(200).default("d MMMM yyyy"), {
    label: "Format",
    control: "text",
    placeholder: "d MMMM yyyy, HH:mm",
    help: "yyyy year, MMMM month in words, MM month, dd day, cccc weekday, HH hour, mm minute; 'words' stand as they are.",
    showWhen: during("format"),
  }),
  locale: field(z.string().max(35).default("en-GB"), {
    label: "Language",
    control: "text",
    placeholder: "en-GB",
    help: "For names of months and days, such as de or pt-BR.",
    showWhen: during("format", "parse"),
    advanced: true,
  }),
  zone: field(z.string().min(1, "Name a time zone").max(64).default("UTC"), {
    label: "Time zone",
    control: "text",
    placeholder: "Europe/Berlin",
    help: "Where days begin, and where a date without a zone was written.",
  }),
  output: outputField,
});

const types = {
  parse: "string",
  add: "string",
  difference: "number",
  format: "string",
  parts: "object",
} as const;

export const dateDefinition = defineNode({
  type: "date",
  typeVersion: 1,
  ...dateFace,
  summary: "Reads, moves, compares and writes dates in a time zone.",
  synonyms: [
    "time",
    "day",
    "calendar",
    "deadline",
    "format date",
    "add days",
    "difference",
    "now",
    "time zone",
  ],
  config: dateConfig,
  initial: { operation: "parse", date: "", zone: "UTC" },
  ports: () => [outPort],
  reads: ({ operation, date, amount, until }) => [
    ...expressionReads("date", date),
    ...(operation === "add" ? expressionReads("amount", amount) : []),
    ...(operation === "difference" ? expressionReads("until", until) : []),
  ],
  writes: ({ operation, output }) => writesTo("output", output, types[operation]),
  local: true,
  idempotent: () => true,
  describe: ({ operation, date, amount, until, unit, format }) => {
    const subject = date || "now";
    if (operation === "add") return `${subject} + ${amount || "…"} ${unit}`;
    if (operation === "difference") return `${unit} from ${subject} to ${until || "now"}`;
    return operation === "format" ? `${subject} as ${format}` : `${operation} ${subject}`;
  },
  check: (config) => [
    ...missing(config, {
      ...(config.operation === "add" ? { amount: "Say how far it goes." } : {}),
      ...(config.operation === "format" ? { format: "Write how the date is to look." } : {}),
      output: noOutput,
    }),
    ...(isTimezone(config.zone)
      ? []
      : [configIssue("zone", `“${config.zone}” is no time zone. Use a name such as Europe/Berlin.`)]),
    ...(isLocale(config.locale)
      ? []
      : [configIssue("locale", `“${config.locale}” is no language, such as de.`)]),
  ],
  sample: {
    config: {
      operation: "format",
      date: "due",
      pattern: "",
      amount: "",
      until: "",
      unit: "days",
      format: "cccc, d MMMM yyyy",
      locale: "en-GB",
      zone: "Europe/Berlin",
      output: "dueText",
    },
    state: { due: "2026-03-05T23:30:00Z" },
  },
});

function isLocale(name: string): boolean {
  try {
    return Intl.getCanonicalLocales(name).length === 1;
  } catch {
    return false;
  }
}
