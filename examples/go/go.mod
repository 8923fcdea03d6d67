module brecha_go_host

go 1.21
