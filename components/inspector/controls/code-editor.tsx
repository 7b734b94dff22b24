"use client";

import { javascript } from "@codemirror/lang-javascript";
import { json } from "@codemirror/lang-json";
import CodeMirror, { EditorView, Prec } from "@uiw/react-codemirror";
import { useTheme } from "next-themes";
import { useMemo } from "react";

const languages = { javascript: () => javascript(), json: () => json() };

interface CodeEditorProps {
  id?: string;
  "aria-describedby"?: string | undefined;
  "aria-invalid"?: boolean | undefined;
  /** Names the editor for screen readers; a label cannot point at it. */
  label: string;
  language: keyof typeof languages;
  value: string;
  onChange: (value: string) => void;
  placeholder?: string;
  disabled: boolean;
}

/** Code with colours and line numbers. Loaded when the first field needs it. */
export function CodeEditor({
  id,
  label,
  language,
  value,
  onChange,
  placeholder,
  disabled,
  ...aria
}: CodeEditorProps) {
  const { resolvedTheme } = useTheme();
  const described = aria["aria-describedby"];
  const extensions = useMemo(
    () => [
      languages[language](),
      EditorView.lineWrapping,
      EditorView.contentAttributes.of({
        "aria-label": label,
        ...(described ? { "aria-describedby": described } : {}),
      }),
      look,
    ],
    [language, label, described],
  );
  return (
    <div
      id={id}
      data-invalid={aria["aria-invalid"]}
      className="overflow-hidden rounded-md border border-input focus-within:outline-2 focus-within:outline-ring focus-within:outline-offset-[-1px] data-[invalid=true]:border-failed"
    >
      <CodeMirror
        value={value}
        onChange={onChange}
        theme={resolvedTheme === "dark" ? "dark" : "light"}
        extensions={extensions}
        editable={!disabled}
        placeholder={placeholder}
        minHeight="5.5rem"
        maxHeight="24rem"
        indentWithTab={false}
        basicSetup={{
          searchKeymap: false,
          foldGutter: false,
          highlightActiveLine: false,
          highlightActiveLineGutter: false,
        }}
      />
    </div>
  );
}

/** Above the themes of CodeMirror, which bring backgrounds of their own. */
const look = Prec.highest(
  EditorView.theme({
    "&": { fontSize: "12px", backgroundColor: "var(--card)" },
    "&.cm-focused": { outline: "none" },
    ".cm-content": { fontFamily: "var(--font-geist-mono), monospace" },
    ".cm-gutters": { backgroundColor: "var(--card)", border: "none", color: "var(--muted-foreground)" },
  }),
);
