/// <reference types="office-js" />

/** Calls `listener` each time the pane is shown again after it was hidden; never, where Excel does not tell of it. */
export function onPaneShown(listener: () => void): void {
  Office.addin
    .onVisibilityModeChanged(({ visibilityMode }) => {
      if (visibilityMode === Office.VisibilityMode.taskpane) listener();
    })
    .catch(() => {});
}
