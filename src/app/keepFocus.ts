/** What can have the focus. */
const FOCUSABLE = 'a[href], button, input, select, textarea, summary, [tabindex]';

/** Where an element stood before it went: after `previous` in `parent`. */
interface Place {
  readonly parent: Element;
  readonly previous: Node | null;
}

interface Focused {
  readonly element: HTMLElement;
  /** Its ancestors, the nearest first, without the body. */
  readonly ancestors: readonly Element[];
  place: Place | null;
}

/**
 * Keeps the focus where the person works. When the element that has it goes (its row is removed, its button has done its
 * work) or is disabled, browsers drop the focus on the body, and who works by keyboard begins at the top again (WCAG
 * 2.4.3). Here it goes to what took the element's place, else to what stands nearest. Dialogs and menus put the focus back
 * themselves; only if what had it before has gone meanwhile, this does. Returns its undo.
 */
export function keepFocus(root: HTMLElement): () => void {
  /** What had the focus last in the page itself, and in what lies over it. */
  let inRoot: Focused | null = null;
  let inOverlay: Focused | null = null;

  const observer = new MutationObserver((records) => {
    for (const focused of [inRoot, inOverlay]) if (focused !== null) noteRemoval(focused, records);
    const overlay = inOverlay;
    if (!isLost(overlay ?? inRoot)) return;
    if (overlay !== null && refocus(overlay)) return;
    if (inRoot !== null && isGone(inRoot.element)) refocus(inRoot);
  });

  const onFocusIn = ({ target }: FocusEvent) => {
    if (!(target instanceof HTMLElement)) return;
    const focused: Focused = { element: target, ancestors: ancestorsOf(target), place: null };
    if (root.contains(target)) [inRoot, inOverlay] = [focused, null];
    else inOverlay = focused;
    observer.disconnect();
    for (const watched of [inRoot, inOverlay]) if (watched !== null) watch(observer, watched);
  };

  document.addEventListener('focusin', onFocusIn);
  return () => {
    document.removeEventListener('focusin', onFocusIn);
    observer.disconnect();
  };
}

/** Of all the page only the few elements that hold the focused one: a stream of messages is not watched. */
function watch(observer: MutationObserver, { element, ancestors }: Focused): void {
  observer.observe(element, { attributeFilter: ['disabled'] });
  for (const ancestor of [...ancestors, document.body]) observer.observe(ancestor, { childList: true });
}

function noteRemoval(focused: Focused, records: readonly MutationRecord[]): void {
  const { element } = focused;
  if (element.isConnected) {
    focused.place = element.parentElement && { parent: element.parentElement, previous: element };
    return;
  }
  // The last one of its ancestors to go is the outermost.
  const removal = records.findLast((record) =>
    [...record.removedNodes].some((node) => node.contains(element)),
  );
  if (removal?.target instanceof Element) {
    focused.place = { parent: removal.target, previous: removal.previousSibling };
  }
}

function isLost(focused: Focused | null): boolean {
  const { activeElement, body } = document;
  if (activeElement === body || activeElement === null) return true;
  // A disabled element goes on being the active one until the browser lays the page out.
  return activeElement === focused?.element && isGone(activeElement);
}

function isGone(element: Element): boolean {
  return !element.isConnected || element.matches(':disabled');
}

/** False when the whole overlay that held it has gone. */
function refocus({ element, ancestors, place }: Focused): boolean {
  const namesake = element.id === '' ? null : document.getElementById(element.id);
  if (namesake !== null && !isGone(namesake)) return focusOn(namesake);
  let [parent, previous] = [place?.parent ?? null, place?.previous ?? null];
  if (parent?.isConnected !== true) {
    parent = ancestors.find((ancestor) => ancestor.isConnected) ?? null;
    previous = null;
  }
  while (parent !== null && parent !== document.body) {
    const nearest = nearestIn(parent, previous);
    if (nearest !== undefined) return focusOn(nearest);
    [parent, previous] = [parent.parentElement, parent];
  }
  return false;
}

/** The first that follows `previous`, else the last before it. */
function nearestIn(parent: Element, previous: Node | null): HTMLElement | undefined {
  const all = [...parent.querySelectorAll<HTMLElement>(FOCUSABLE)].filter(
    (element) => element.tabIndex >= 0 && !isGone(element) && element.checkVisibility(),
  );
  const follows = (element: Element) =>
    previous === null ||
    !previous.isConnected ||
    (!previous.contains(element) &&
      (previous.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0);
  return all.find(follows) ?? all.at(-1);
}

function focusOn(element: HTMLElement): boolean {
  element.focus();
  return true;
}

function ancestorsOf(element: Element): readonly Element[] {
  const ancestors: Element[] = [];
  for (let each = element.parentElement; each !== null && each !== document.body; each = each.parentElement) {
    ancestors.push(each);
  }
  return ancestors;
}
