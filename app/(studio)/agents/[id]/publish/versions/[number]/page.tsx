import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { VersionScreen } from "@/components/editor/versions/version-screen";

export const metadata: Metadata = { title: "Version" };

export default async function VersionPage({ params }: { params: Promise<{ number: string }> }) {
  const { number } = await params;
  if (!/^[1-9]\d{0,8}$/.test(number)) notFound();
  return <VersionScreen number={Number(number)} />;
}
