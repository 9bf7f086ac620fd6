"""The commands of the command line, one module each; `heiltid.cli` gives them their options."""
