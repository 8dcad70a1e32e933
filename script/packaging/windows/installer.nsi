; The installer for Windows, for the person who runs it alone: no administrator
; is asked for. script/package calls makensis with
;   -DVERSION=1.2.3 -DFILES=DIR -DOUT=FILE, and the folder DIR holds the program.
Unicode true
!ifdef TARGET
	Target ${TARGET} ; amd64-unicode, where this NSIS has it
!endif
!include MUI2.nsh
!include FileFunc.nsh

!define ID "org.briefline.Briefline"
!define KIND "Briefline.Briefing"
!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\${ID}"

Name "Briefline"
OutFile "${OUT}"
InstallDir "$LOCALAPPDATA\Programs\Briefline"
InstallDirRegKey HKCU "Software\Briefline" "Folder"
RequestExecutionLevel user
SetCompressor /SOLID lzma
VIProductVersion "${VERSION}.0"
VIAddVersionKey "ProductName" "Briefline"
VIAddVersionKey "ProductVersion" "${VERSION}"
VIAddVersionKey "FileVersion" "${VERSION}"
VIAddVersionKey "FileDescription" "Briefline Setup"
VIAddVersionKey "LegalCopyright" "The Briefline authors. MIT licence."

!define MUI_ICON "..\icons\rendered\briefline.ico"
!define MUI_UNICON "..\icons\rendered\briefline.ico"
!define MUI_ABORTWARNING
!define MUI_FINISHPAGE_RUN "$INSTDIR\Briefline.exe"
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "English"

Section "Briefline"
	SetOutPath "$INSTDIR"
	; A program that runs cannot be replaced: say so now, rather than half way.
	ClearErrors
	${If} ${FileExists} "$INSTDIR\Briefline.exe"
		Delete "$INSTDIR\Briefline.exe"
		${If} ${Errors}
			MessageBox MB_OK|MB_ICONEXCLAMATION "Briefline is running. Close it, then install again." /SD IDOK
			SetErrorLevel 2
			Abort
		${EndIf}
	${EndIf}
	File "${FILES}\Briefline.exe"
	File "${FILES}\briefline.com"
	File "${FILES}\LICENSE.txt"
	File "${FILES}\Licences of others.txt"
	WriteUninstaller "$INSTDIR\Uninstall.exe"
	CreateShortcut "$SMPROGRAMS\Briefline.lnk" "$INSTDIR\Briefline.exe"

	WriteRegStr HKCU "Software\Briefline" "Folder" "$INSTDIR"
	; Briefings: their kind, their icon, and what opens them.
	WriteRegStr HKCU "Software\Classes\.briefing" "" "${KIND}"
	WriteRegStr HKCU "Software\Classes\.briefing" "Content Type" "application/vnd.briefline.briefing+json"
	WriteRegStr HKCU "Software\Classes\.briefing\OpenWithProgids" "${KIND}" ""
	WriteRegStr HKCU "Software\Classes\${KIND}" "" "Briefing"
	WriteRegStr HKCU "Software\Classes\${KIND}\DefaultIcon" "" "$INSTDIR\Briefline.exe,1"
	WriteRegStr HKCU "Software\Classes\${KIND}\shell\open\command" "" '"$INSTDIR\Briefline.exe" "%1"'
	WriteRegStr HKCU "Software\Classes\Applications\Briefline.exe\shell\open\command" "" '"$INSTDIR\Briefline.exe" "%1"'
	; Win+R finds it by name.
	WriteRegStr HKCU "Software\Microsoft\Windows\CurrentVersion\App Paths\Briefline.exe" "" "$INSTDIR\Briefline.exe"

	WriteRegStr HKCU "${UNINSTALL}" "DisplayName" "Briefline"
	WriteRegStr HKCU "${UNINSTALL}" "DisplayVersion" "${VERSION}"
	WriteRegStr HKCU "${UNINSTALL}" "DisplayIcon" "$INSTDIR\Briefline.exe,0"
	WriteRegStr HKCU "${UNINSTALL}" "Publisher" "The Briefline authors"
	WriteRegStr HKCU "${UNINSTALL}" "InstallLocation" "$INSTDIR"
	WriteRegStr HKCU "${UNINSTALL}" "UninstallString" '"$INSTDIR\Uninstall.exe"'
	WriteRegStr HKCU "${UNINSTALL}" "QuietUninstallString" '"$INSTDIR\Uninstall.exe" /S'
	WriteRegDWORD HKCU "${UNINSTALL}" "NoModify" 1
	WriteRegDWORD HKCU "${UNINSTALL}" "NoRepair" 1
	${GetSize} "$INSTDIR" "/S=0K" $0 $1 $2
	WriteRegDWORD HKCU "${UNINSTALL}" "EstimatedSize" $0
	${RefreshShellIcons}
SectionEnd

; Briefings and settings are the person's own and stay.
Section "Uninstall"
	ClearErrors
	Delete "$INSTDIR\Briefline.exe"
	${If} ${Errors}
		MessageBox MB_OK|MB_ICONEXCLAMATION "Briefline is running. Close it, then uninstall again." /SD IDOK
		SetErrorLevel 2
		Abort
	${EndIf}
	Delete "$INSTDIR\briefline.com"
	Delete "$INSTDIR\LICENSE.txt"
	Delete "$INSTDIR\Licences of others.txt"
	Delete "$INSTDIR\Uninstall.exe"
	RMDir "$INSTDIR"
	Delete "$SMPROGRAMS\Briefline.lnk"

	DeleteRegKey HKCU "Software\Classes\${KIND}"
	DeleteRegKey HKCU "Software\Classes\Applications\Briefline.exe"
	DeleteRegValue HKCU "Software\Classes\.briefing\OpenWithProgids" "${KIND}"
	; Another program may have taken the file type over since.
	ReadRegStr $0 HKCU "Software\Classes\.briefing" ""
	${If} $0 == "${KIND}"
		DeleteRegKey HKCU "Software\Classes\.briefing"
	${EndIf}
	DeleteRegKey HKCU "Software\Microsoft\Windows\CurrentVersion\App Paths\Briefline.exe"
	DeleteRegKey HKCU "Software\Briefline"
	DeleteRegKey HKCU "${UNINSTALL}"
	${RefreshShellIcons}
SectionEnd
