import type { Json } from "@/workflows/graph/json";
import type { FormField } from "../schema/form-fields";

/** What every control of the inspector gets. The first four come from the field around it. */
export interface ControlProps {
  id?: string;
  "aria-describedby"?: string | undefined;
  "aria-invalid"?: boolean | undefined;
  field: FormField;
  /** Dotted path in the node's config, as issues name it. */
  path: string;
  value: Json | undefined;
  /** `undefined` leaves the field out. */
  onChange: (value: Json | undefined) => void;
  disabled: boolean;
}

/** What of a control's props belongs on its input element. */
export function inputProps(
  props: Pick<ControlProps, "id" | "aria-describedby" | "aria-invalid" | "disabled">,
) {
  const { id, disabled } = props;
  return {
    id,
    disabled,
    "aria-describedby": props["aria-describedby"],
    "aria-invalid": props["aria-invalid"],
  };
}

export function asText(value: Json | undefined): string {
  return typeof value === "string" ? value : "";
}

export function asList(value: Json | undefined): Json[] {
  return Array.isArray(value) ? value : [];
}

export function asRecord(value: Json | undefined): Record<string, Json> {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? value : {};
}
