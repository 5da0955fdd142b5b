-- Companies that buy on account: delivery notes, invoices, credit notes, and what was paid of which invoice. Projections,
-- all but a buyer's particulars: those stand in no entry of the journal, so that they can be changed.

-- Each change is a row of its own once an invoice was written to the one before: that stays as it was.
CREATE TABLE buyer (
  account TEXT NOT NULL,
  version INTEGER NOT NULL CHECK (version >= 1),
  name TEXT NOT NULL,
  address TEXT NOT NULL,
  country TEXT NOT NULL,
  tax_number TEXT NOT NULL,
  vat_number TEXT NOT NULL,
  days_to_pay INTEGER NOT NULL CHECK (days_to_pay >= 0),
  prices_on_notes INTEGER NOT NULL CHECK (prices_on_notes IN (0, 1)),
  PRIMARY KEY (account, version)
) STRICT, WITHOUT ROWID;

CREATE TABLE delivery_note (
  entry INTEGER PRIMARY KEY REFERENCES journal (position),
  epoch INTEGER NOT NULL,
  number INTEGER NOT NULL CHECK (number >= 1),
  sale INTEGER NOT NULL UNIQUE REFERENCES sale (entry),
  day TEXT NOT NULL,
  UNIQUE (epoch, number)
) STRICT;

CREATE TABLE invoice (
  entry INTEGER PRIMARY KEY REFERENCES journal (position),
  epoch INTEGER NOT NULL,
  number INTEGER NOT NULL CHECK (number >= 1),
  account TEXT NOT NULL REFERENCES customer_account (code),
  buyer_version INTEGER NOT NULL,
  currency TEXT NOT NULL CHECK (length(currency) = 3),
  issued TEXT NOT NULL,
  from_day TEXT NOT NULL,
  to_day TEXT NOT NULL,
  due TEXT NOT NULL,
  gross INTEGER NOT NULL CHECK (gross > 0),
  on_account INTEGER NOT NULL CHECK (on_account BETWEEN 0 AND gross),
  seller_name TEXT NOT NULL,
  seller_address TEXT NOT NULL,
  seller_tax_number TEXT NOT NULL,
  seller_vat_number TEXT NOT NULL,
  seller_iban TEXT NOT NULL,
  charges_vat INTEGER NOT NULL CHECK (charges_vat IN (0, 1)),
  credited INTEGER NOT NULL DEFAULT 0 CHECK (credited >= 0),
  paid INTEGER NOT NULL DEFAULT 0 CHECK (paid >= 0),
  cancelled INTEGER NOT NULL DEFAULT 0 CHECK (cancelled IN (0, 1)),
  UNIQUE (epoch, number),
  CHECK (credited + paid <= on_account),
  CHECK (cancelled = 0 OR (credited = on_account AND paid = 0))
) STRICT;
CREATE INDEX invoice_by_account ON invoice (account);

CREATE TABLE credit_note (
  entry INTEGER PRIMARY KEY REFERENCES journal (position),
  epoch INTEGER NOT NULL,
  number INTEGER NOT NULL CHECK (number >= 1),
  invoice INTEGER NOT NULL REFERENCES invoice (entry),
  whole INTEGER NOT NULL CHECK (whole IN (0, 1)),
  issued TEXT NOT NULL,
  gross INTEGER NOT NULL CHECK (gross <= 0),
  on_account INTEGER NOT NULL CHECK (on_account BETWEEN gross AND 0),
  released INTEGER NOT NULL CHECK (released >= 0),
  seller_name TEXT NOT NULL,
  seller_address TEXT NOT NULL,
  seller_tax_number TEXT NOT NULL,
  seller_vat_number TEXT NOT NULL,
  seller_iban TEXT NOT NULL,
  charges_vat INTEGER NOT NULL CHECK (charges_vat IN (0, 1)),
  UNIQUE (epoch, number)
) STRICT;
CREATE INDEX credit_note_by_invoice ON credit_note (invoice);

-- The sales on an invoice; the refunds on a credit note, with the invoice that it is of.
CREATE TABLE invoice_sale (
  paper INTEGER NOT NULL REFERENCES journal (position),
  number INTEGER NOT NULL,
  invoice INTEGER NOT NULL REFERENCES invoice (entry),
  sale INTEGER NOT NULL REFERENCES sale (entry),
  PRIMARY KEY (paper, number)
) STRICT, WITHOUT ROWID;
CREATE INDEX invoice_by_sale ON invoice_sale (sale);
CREATE INDEX sale_by_invoice ON invoice_sale (invoice);

CREATE TABLE invoice_vat (
  paper INTEGER NOT NULL REFERENCES journal (position),
  number INTEGER NOT NULL,
  vat_class TEXT NOT NULL,
  rate INTEGER NOT NULL,
  gross INTEGER NOT NULL,
  net INTEGER NOT NULL,
  vat INTEGER NOT NULL,
  PRIMARY KEY (paper, number),
  CHECK (gross = net + vat)
) STRICT, WITHOUT ROWID;

CREATE TABLE invoice_payment (
  entry INTEGER PRIMARY KEY REFERENCES journal (position),
  epoch INTEGER NOT NULL,
  number INTEGER NOT NULL CHECK (number >= 1),
  account TEXT NOT NULL REFERENCES customer_account (code),
  kind TEXT NOT NULL CHECK (kind IN ('bank', 'assigned', 'reversed')),
  currency TEXT NOT NULL CHECK (length(currency) = 3),
  amount INTEGER NOT NULL CHECK (amount > 0),
  day TEXT NOT NULL,
  reverses INTEGER UNIQUE REFERENCES invoice_payment (entry),
  id BLOB UNIQUE CHECK (length(id) = 16),  -- minted by who asked: noted once
  UNIQUE (epoch, number),
  CHECK ((kind = 'reversed') = (reverses IS NOT NULL))
) STRICT;
CREATE INDEX invoice_payment_by_account ON invoice_payment (account);

CREATE TABLE invoice_part (
  payment INTEGER NOT NULL REFERENCES invoice_payment (entry),
  invoice INTEGER NOT NULL REFERENCES invoice (entry),
  amount INTEGER NOT NULL CHECK (amount <> 0),
  PRIMARY KEY (payment, invoice)
) STRICT, WITHOUT ROWID;

-- An invoice stays, and what it was written to.
CREATE TRIGGER buyer_of_an_invoice_stays BEFORE DELETE ON buyer
WHEN EXISTS (SELECT 1 FROM invoice WHERE account = OLD.account AND buyer_version = OLD.version)
BEGIN SELECT RAISE(ABORT, 'an invoice was written to it'); END;
CREATE TRIGGER buyer_of_an_invoice_is_kept BEFORE UPDATE ON buyer
WHEN EXISTS (SELECT 1 FROM invoice WHERE account = OLD.account AND buyer_version = OLD.version)
BEGIN SELECT RAISE(ABORT, 'an invoice was written to it'); END;

CREATE TRIGGER note_has_no_gap BEFORE INSERT ON delivery_note
WHEN NEW.number <> 1 + (SELECT coalesce(max(number), 0) FROM delivery_note WHERE epoch = NEW.epoch)
BEGIN SELECT RAISE(ABORT, 'the number is not the next one'); END;
CREATE TRIGGER invoice_has_no_gap BEFORE INSERT ON invoice
WHEN NEW.number <> 1 + (SELECT coalesce(max(number), 0) FROM invoice WHERE epoch = NEW.epoch)
BEGIN SELECT RAISE(ABORT, 'the number is not the next one'); END;
CREATE TRIGGER credit_note_has_no_gap BEFORE INSERT ON credit_note
WHEN NEW.number <> 1 + (SELECT coalesce(max(number), 0) FROM credit_note WHERE epoch = NEW.epoch)
BEGIN SELECT RAISE(ABORT, 'the number is not the next one'); END;
CREATE TRIGGER invoice_payment_has_no_gap BEFORE INSERT ON invoice_payment
WHEN NEW.number <> 1 + (SELECT coalesce(max(number), 0) FROM invoice_payment WHERE epoch = NEW.epoch)
BEGIN SELECT RAISE(ABORT, 'the number is not the next one'); END;

CREATE TRIGGER note_is_posted BEFORE UPDATE ON delivery_note
BEGIN SELECT RAISE(ABORT, 'a delivery note is never changed'); END;
CREATE TRIGGER note_stays BEFORE DELETE ON delivery_note
BEGIN SELECT RAISE(ABORT, 'a delivery note is never deleted'); END;

CREATE TRIGGER invoice_is_posted BEFORE UPDATE ON invoice
WHEN NEW.entry <> OLD.entry OR NEW.epoch <> OLD.epoch OR NEW.number <> OLD.number OR NEW.account <> OLD.account
  OR NEW.buyer_version <> OLD.buyer_version OR NEW.currency <> OLD.currency OR NEW.issued <> OLD.issued
  OR NEW.from_day <> OLD.from_day OR NEW.to_day <> OLD.to_day OR NEW.due <> OLD.due OR NEW.gross <> OLD.gross
  OR NEW.on_account <> OLD.on_account OR NEW.seller_name <> OLD.seller_name OR NEW.seller_address <> OLD.seller_address
  OR NEW.seller_tax_number <> OLD.seller_tax_number OR NEW.seller_vat_number <> OLD.seller_vat_number
  OR NEW.seller_iban <> OLD.seller_iban OR NEW.charges_vat <> OLD.charges_vat OR NEW.credited < OLD.credited
  OR NEW.cancelled < OLD.cancelled OR OLD.cancelled = 1
BEGIN SELECT RAISE(ABORT, 'an invoice is paid or credited, never changed'); END;
CREATE TRIGGER invoice_stays BEFORE DELETE ON invoice
BEGIN SELECT RAISE(ABORT, 'an invoice is never deleted'); END;

CREATE TRIGGER credit_note_is_posted BEFORE UPDATE ON credit_note
BEGIN SELECT RAISE(ABORT, 'a credit note is never changed'); END;
CREATE TRIGGER credit_note_stays BEFORE DELETE ON credit_note
BEGIN SELECT RAISE(ABORT, 'a credit note is never deleted'); END;

CREATE TRIGGER invoice_sale_is_posted BEFORE UPDATE ON invoice_sale
BEGIN SELECT RAISE(ABORT, 'an invoice is never changed'); END;
CREATE TRIGGER invoice_sale_stays BEFORE DELETE ON invoice_sale
BEGIN SELECT RAISE(ABORT, 'an invoice is never changed'); END;
CREATE TRIGGER invoice_sale_comes_with_its_entry BEFORE INSERT ON invoice_sale
WHEN NEW.paper <> (SELECT max(position) FROM journal)
BEGIN SELECT RAISE(ABORT, 'an invoice is never added to'); END;
-- On one invoice that is not credited whole.
CREATE TRIGGER sale_is_invoiced_once BEFORE INSERT ON invoice_sale
WHEN EXISTS (SELECT 1 FROM invoice_sale s JOIN invoice i ON i.entry = s.invoice
             WHERE s.sale = NEW.sale AND i.cancelled = 0)
BEGIN SELECT RAISE(ABORT, 'the sale stands on an invoice'); END;

CREATE TRIGGER invoice_vat_is_posted BEFORE UPDATE ON invoice_vat
BEGIN SELECT RAISE(ABORT, 'an invoice is never changed'); END;
CREATE TRIGGER invoice_vat_stays BEFORE DELETE ON invoice_vat
BEGIN SELECT RAISE(ABORT, 'an invoice is never changed'); END;
CREATE TRIGGER invoice_vat_comes_with_its_entry BEFORE INSERT ON invoice_vat
WHEN NEW.paper <> (SELECT max(position) FROM journal)
BEGIN SELECT RAISE(ABORT, 'an invoice is never added to'); END;

CREATE TRIGGER invoice_payment_is_posted BEFORE UPDATE ON invoice_payment
BEGIN SELECT RAISE(ABORT, 'a payment is never changed'); END;
CREATE TRIGGER invoice_payment_stays BEFORE DELETE ON invoice_payment
BEGIN SELECT RAISE(ABORT, 'a payment is never deleted'); END;
CREATE TRIGGER invoice_part_is_posted BEFORE UPDATE ON invoice_part
BEGIN SELECT RAISE(ABORT, 'a payment is never changed'); END;
CREATE TRIGGER invoice_part_stays BEFORE DELETE ON invoice_part
BEGIN SELECT RAISE(ABORT, 'a payment is never deleted'); END;
CREATE TRIGGER invoice_part_comes_with_its_entry BEFORE INSERT ON invoice_part
WHEN NEW.payment <> (SELECT max(position) FROM journal)
BEGIN SELECT RAISE(ABORT, 'a payment is never added to'); END;
