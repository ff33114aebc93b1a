// Instead of globals.css in a build, which has that inside the page (components/shell/style-sheet.tsx).
export {}
