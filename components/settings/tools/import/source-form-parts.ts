import type { Control, FieldErrors, UseFormRegister, UseFormSetValue } from "react-hook-form";
import type { SourceForm } from "./source-form-schema";

/** Of the form of a source, what its fields are wired to. */
export interface SourceFormParts {
  control: Control<SourceForm>;
  register: UseFormRegister<SourceForm>;
  setValue: UseFormSetValue<SourceForm>;
  errors: FieldErrors<SourceForm>;
}
