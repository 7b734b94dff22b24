/** What the person said, at the right. */
export function UserMessage({ text }: { text: string }) {
  return (
    <div className="flex justify-end">
      <p className="max-w-[85%] whitespace-pre-wrap break-words rounded-lg bg-accent px-3.5 py-2 text-accent-foreground">
        <span className="sr-only">You: </span>
        {text}
      </p>
    </div>
  );
}
