// `Scripts/bench json` generates the rest of this module into the folder `Generated`.
