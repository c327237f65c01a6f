/// <reference types="office-js" />

/** Calls `listener` each time the pane is shown again after it was hidden. */
export function onPaneShown(listener: () => void): void {
  void Office.addin.onVisibilityModeChanged(({ visibilityMode }) => {
    if (visibilityMode === Office.VisibilityMode.taskpane) listener();
  });
}
