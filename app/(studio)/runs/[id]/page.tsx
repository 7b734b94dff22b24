import type { Metadata } from "next";
import { TraceScreen } from "@/components/trace/trace-screen";

export const metadata: Metadata = { title: "Trace" };

export default async function TracePage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  return <TraceScreen runId={id} />;
}
