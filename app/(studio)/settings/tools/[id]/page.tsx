import { NeedsPermission } from "@/components/settings/needs-permission";
import { SourceView } from "@/components/settings/tools/source/source-view";

export const metadata = { title: "Tools" };

export default async function ToolSourcePage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  return (
    <NeedsPermission permission="tool.read">
      <SourceView id={id} />
    </NeedsPermission>
  );
}
