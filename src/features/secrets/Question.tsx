import { Button } from '#ui/Button.tsx';
import { focusOnceHere } from '#ui/focusOnceHere.ts';
import { Notice } from '#ui/Notice.tsx';

export interface QuestionProps {
  /** What it would do. */
  readonly children: string;
  readonly yes: string;
  readonly onYes: () => void;
  readonly no: string;
  readonly onNo: () => void;
}

/** Asked in place, before something is done that cannot be undone. */
export function Question({ children, yes, onYes, no, onNo }: QuestionProps) {
  return (
    <Notice tone="warn">
      <p>{children}</p>
      <div className="mt-1.5 flex flex-wrap gap-1.5">
        <Button size="small" ref={focusOnceHere} onClick={onNo}>
          {no}
        </Button>
        <Button size="small" variant="danger" onClick={onYes}>
          {yes}
        </Button>
      </div>
    </Notice>
  );
}
