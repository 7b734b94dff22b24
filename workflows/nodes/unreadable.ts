import { AppError } from "@/workflows/errors/app-error";

/** Why a text is not what it should be, with its beginning. */
export function unreadable(format: string, text: string, reason: string, cause?: unknown): AppError {
  const start = JSON.stringify(text.trim().slice(0, 60));
  return new AppError(
    "invalid_input",
    `The text cannot be read as ${format}: ${reason} It begins with ${start}.`,
    { field: "text" },
    { cause },
  );
}
