import { LinkScreen } from "@/components/answer-link/link-screen";

export const metadata = {
  title: "Your answer",
  robots: { index: false, follow: false },
  // The address is the permission: it goes nowhere else.
  referrer: "no-referrer" as const,
};

export default async function AnswerPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  return (
    <main className="grid min-h-dvh content-center justify-items-center bg-canvas px-4 py-10">
      <LinkScreen token={token} />
    </main>
  );
}
