import { Badge } from "@/components/ui/badge";
import { CodeBlock } from "@/components/ui/code-block";
import { JsonTree } from "@/components/ui/json-tree/json-tree";
import type { HttpExchange } from "@/workflows/events/http-exchange";
import { jsonIn } from "./json-in";
import { Section } from "./section";

/** A request as it was sent and the answer; secrets are placeholders. */
export function HttpDetail({ exchange: { request, response } }: { exchange: HttpExchange }) {
  return (
    <>
      <Section title="Request">
        <p className="break-all font-mono text-xs">
          <strong>{request.method}</strong> {request.url}
        </p>
        <Headers of="request" headers={request.headers} />
        <Body of="Request" body={request.body} />
      </Section>
      {response ? (
        <Section title="Answer">
          <p>
            <Badge tone={response.status >= 400 ? "failed" : "done"}>{`Status ${response.status}`}</Badge>
          </p>
          <Headers of="answer" headers={response.headers} />
          <Body of="Answer" body={response.body} />
        </Section>
      ) : null}
    </>
  );
}

function Headers({ of, headers }: { of: string; headers: Record<string, string> }) {
  const lines = Object.entries(headers);
  if (lines.length === 0) return null;
  return (
    <details className="rounded-md border px-3 py-1.5 text-xs">
      <summary className="cursor-pointer">{`${lines.length} ${lines.length === 1 ? "header" : "headers"} of the ${of}`}</summary>
      <dl className="mt-1 grid grid-cols-[auto_1fr] gap-x-3 font-mono">
        {lines.map(([name, value]) => (
          <div key={name} className="contents">
            <dt className="text-muted-foreground">{name}</dt>
            <dd className="break-all">{value}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

function Body({ of, body }: { of: string; body: string | undefined }) {
  if (!body) return <p className="text-muted-foreground text-xs">No body</p>;
  const json = jsonIn(body);
  if (typeof json !== "string") return <JsonTree value={json} label={`${of} body`} openDepth={2} />;
  return <CodeBlock label={`${of} body`} code={body} />;
}
