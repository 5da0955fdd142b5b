# The office's rooms about the shop: Today, Catalogue, Settings, logging in, making a book. Screens without a window.
tilia_library(pos_office_ui SOURCES
  article_pictures.cpp office_article.cpp office_bakery.cpp office_catalogue.cpp office_consignment.cpp office_dues.cpp office_customers.cpp office_drawer.cpp office_import.cpp office_invoice_pages.cpp office_invoices.cpp office_laundry.cpp office_log_in.cpp office_makers.cpp
  office_new_book.cpp office_recipes.cpp office_salon.cpp office_salon_hours.cpp office_salon_money.cpp office_settings.cpp office_settings_counter.cpp office_settings_privacy.cpp
  office_settings_users.cpp office_shop.cpp office_standing.cpp office_stock.cpp office_today.cpp office_waste.cpp office_words.cpp trade_words.cpp
  LINKS pos_consignment pos_bakery pos_invoice pos_laundry pos_sale pos_salon pos_files pos_screens office_page)
