; Windows: “Cotejo” in the context menu of folders, taken away again when the app is.
!macro customInstall
  WriteRegStr SHCTX "Software\Classes\Directory\shell\Cotejo" "" "Cotejo"
  WriteRegStr SHCTX "Software\Classes\Directory\shell\Cotejo" "Icon" "$INSTDIR\${APP_EXECUTABLE_FILENAME}"
  WriteRegStr SHCTX "Software\Classes\Directory\shell\Cotejo\command" "" '"$INSTDIR\${APP_EXECUTABLE_FILENAME}" "%V"'
!macroend

!macro customUnInstall
  DeleteRegKey SHCTX "Software\Classes\Directory\shell\Cotejo"
!macroend
