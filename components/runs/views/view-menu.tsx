"use client";

import { Bookmark, BookmarkPlus, Check, ChevronDown, List, Pencil, Save, Trash2, Users } from "lucide-react";
import { useState } from "react";
import { useCall } from "@/components/data/use-call";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuLabel,
  DropdownMenuSeparator,
  DropdownMenuTrigger,
} from "@/components/ui/dropdown-menu";
import { toast } from "@/components/ui/toast";
import {
  deleteView,
  listViews,
  type RunListView,
  type SavedView,
  saveView,
  updateView,
} from "@/lib/api/contract/run-lists";
import { sameView } from "./same-view";
import { ViewDialog } from "./view-dialog";

interface ViewMenuProps {
  views: readonly SavedView[];
  /** The one that was chosen. */
  chosen: SavedView | undefined;
  /** What is shown now. */
  current: RunListView;
  /** Shows a saved view, or without one all runs. */
  onChoose: (view: SavedView | null) => void;
}

/** Saved views of the list: choose, keep what is shown, rename, share, delete. */
export function ViewMenu({ views, chosen, current, onChoose }: ViewMenuProps) {
  const [asking, setAsking] = useState<"new" | "edit" | "delete">();
  const refresh = [listViews];
  const onError = (error: Error) => toast.failed("The view was not changed", error);
  const save = useCall(saveView, { refresh });
  const edit = useCall(updateView, { refresh });
  const update = useCall(updateView, {
    refresh,
    onError,
    onSuccess: (view) => {
      toast.done(`“${view.name}” shows this from now on`);
      onChoose(view);
    },
  });
  const remove = useCall(deleteView, { refresh });
  const changed = chosen !== undefined && !sameView(chosen.view, current);
  const close = () => setAsking(undefined);
  const own = views.filter((view) => view.own);
  const others = views.filter((view) => !view.own);

  return (
    <>
      <DropdownMenu>
        <DropdownMenuTrigger>
          <Button className="max-w-56">
            <Bookmark aria-hidden />
            <span className="truncate">{chosen?.name ?? "Views"}</span>
            {changed ? " " : null}
            {changed ? <span className="font-normal text-muted-foreground">changed</span> : null}
            <ChevronDown aria-hidden />
          </Button>
        </DropdownMenuTrigger>
        <DropdownMenuContent align="end" className="max-h-96 w-64 overflow-y-auto">
          <DropdownMenuItem icon={List} onSelect={() => onChoose(null)}>
            All runs
          </DropdownMenuItem>
          <Views title="Yours" views={own} chosen={chosen} onChoose={onChoose} />
          <Views title="Shared by others" views={others} chosen={chosen} onChoose={onChoose} />
          <DropdownMenuSeparator />
          {chosen?.own && changed ? (
            <DropdownMenuItem
              icon={Save}
              onSelect={() => update.mutate({ params: { id: chosen.id }, body: { view: current } })}
            >
              <span className="truncate">Save changes to “{chosen.name}”</span>
            </DropdownMenuItem>
          ) : null}
          <DropdownMenuItem icon={BookmarkPlus} onSelect={() => setAsking("new")}>
            Save as a new view…
          </DropdownMenuItem>
          {chosen?.own ? (
            <>
              <DropdownMenuItem icon={Pencil} onSelect={() => setAsking("edit")}>
                Rename or share…
              </DropdownMenuItem>
              <DropdownMenuItem icon={Trash2} danger onSelect={() => setAsking("delete")}>
                Delete…
              </DropdownMenuItem>
            </>
          ) : null}
        </DropdownMenuContent>
      </DropdownMenu>
      <ViewDialog
        open={asking === "new"}
        onOpenChange={close}
        title="Save this view"
        values={{ name: "", shared: false }}
        taken={own.map(({ name }) => name)}
        onSave={async (values) => onChoose(await save.mutateAsync({ body: { ...values, view: current } }))}
      />
      {chosen ? (
        <>
          <ViewDialog
            open={asking === "edit"}
            onOpenChange={close}
            title={`Rename or share “${chosen.name}”`}
            values={{ name: chosen.name, shared: chosen.shared }}
            taken={[]}
            onSave={(body) => edit.mutateAsync({ params: { id: chosen.id }, body })}
          />
          <ConfirmDialog
            open={asking === "delete"}
            onOpenChange={close}
            title={`Delete the view “${chosen.name}”?`}
            description={
              chosen.shared
                ? "Everybody in the workspace loses it. The runs stay."
                : "Its runs stay; only the view goes."
            }
            action="Delete"
            onConfirm={async () => {
              await remove.mutateAsync({ params: { id: chosen.id } });
              onChoose(null);
            }}
          />
        </>
      ) : null}
    </>
  );
}

interface ViewsProps extends Pick<ViewMenuProps, "views" | "chosen" | "onChoose"> {
  title: string;
}

function Views({ title, views, chosen, onChoose }: ViewsProps) {
  if (views.length === 0) return null;
  return (
    <>
      <DropdownMenuLabel>{title}</DropdownMenuLabel>
      {views.map((view) => (
        <DropdownMenuItem
          key={view.id}
          icon={view.id === chosen?.id ? Check : view.shared ? Users : Bookmark}
          onSelect={() => onChoose(view)}
        >
          <span className="min-w-0 flex-1 truncate">{view.name}</span>
          {view.id === chosen?.id ? <span className="sr-only">, chosen</span> : null}
          {view.own && view.shared ? <span className="text-muted-foreground text-xs">shared</span> : null}
          {view.own ? null : (
            <span className="max-w-24 truncate text-muted-foreground text-xs">{view.by}</span>
          )}
        </DropdownMenuItem>
      ))}
    </>
  );
}
