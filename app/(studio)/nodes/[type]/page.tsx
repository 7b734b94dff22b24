import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { TypeScreen } from "@/components/node-types/type-screen";
import { own } from "@/workflows/graph/record";
import type { NodeDocs } from "@/workflows/nodes/docs";
import { definitionOf } from "@/workflows/nodes/registry";
import { nodeDocs } from "@/workflows/nodes/registry.docs";

interface NodeTypePageProps {
  params: Promise<{ type: string }>;
}

export async function generateMetadata({ params }: NodeTypePageProps): Promise<Metadata> {
  const { type } = await params;
  return { title: definitionOf(type)?.title ?? "Not found" };
}

export default async function NodeTypePage({ params }: NodeTypePageProps) {
  const { type } = await params;
  const docs = own<NodeDocs>(nodeDocs, type);
  if (!docs) notFound();
  return <TypeScreen type={type} docs={docs} />;
}
