"""Source documents: their text out of .txt, .docx and .pdf, and which clause each part of it is."""
