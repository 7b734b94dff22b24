import {
  type TelemetrySettings,
  type TelemetryState,
  telemetrySettingsSchema,
} from "@/lib/api/contract/telemetry";

export interface HeaderDraft {
  name: string;
  value: string;
  /** A value is stored under the name. */
  kept: boolean;
}

/** The form as it is typed. */
export interface TelemetryDraft extends Omit<TelemetrySettings, "headers" | "share"> {
  headers: HeaderDraft[];
  /** Percent. */
  share: string;
}

export function draftOf(settings: TelemetryState["settings"]): TelemetryDraft {
  if (!settings) {
    return {
      enabled: true,
      protocol: "http/protobuf",
      endpoint: "",
      headers: [],
      allowPrivate: false,
      content: false,
      share: "100",
      propagate: true,
    };
  }
  const headers = settings.headers.map(({ name }) => ({ name, value: "", kept: true }));
  return { ...settings, headers, share: String(Math.round(settings.share * 10_000) / 100) };
}

/** By the path of the field, as `headers.0.value`. */
export type Problems = Readonly<Record<string, string>>;

/** What is sent, or what has to be mended first. */
export function settingsOf(
  draft: TelemetryDraft,
): { settings: TelemetrySettings; problems?: undefined } | { settings?: undefined; problems: Problems } {
  const headers = draft.headers.map(({ name, value, kept }) => ({
    name,
    value: value === "" && kept ? null : value,
  }));
  const share = draft.share.trim() === "" ? Number.NaN : Number(draft.share) / 100;
  const parsed = telemetrySettingsSchema.safeParse({ ...draft, headers, share });
  if (parsed.success) return { settings: parsed.data };
  const found = parsed.error.issues.map(({ path, message }) => {
    const field = path.join(".");
    return [field, field === "share" ? "Enter a number from 0 to 100" : message] as const;
  });
  return { problems: Object.fromEntries(found.toReversed()) };
}
