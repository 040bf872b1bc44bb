@{
    IncludeDefaultRules = $true
    Severity            = @('Error', 'Warning')
    # PowerShell 7 reads UTF-8 without a mark, and so do all other tools.
    ExcludeRules        = @('PSUseBOMForUnicodeEncodedFile')
}
